source("test/oracles/statistics/common.R")
z <- c(-37.5, -25, -14, -12, -8, -6, -3.51, -3, -1.6, -1, -0.3, 0, 0.5, 1.2, 2, 4, 6, 9, 11.9, 15)
between <- expand.grid(a = c(-13, -12, -6, -3, -0.5, 0, 2, 6, 12), width = c(0.001, 0.01, 0.3, 2, 9))
# log(F(b) - F(a)), worked in the lower tail; for narrow gaps by integration, where the difference would cancel
log_between <- function(a, b) {
  flip <- a + b > 0
  low <- ifelse(flip, -b, a); high <- ifelse(flip, -a, b)
  pnorm(high, log.p = TRUE) + log(-expm1(pnorm(low, log.p = TRUE) - pnorm(high, log.p = TRUE)))
}
write_oracle("normal-table", list(
  log_cdf = data.frame(x = z, value = pnorm(z, log.p = TRUE), slope = exp(dnorm(z, log = TRUE) - pnorm(z, log.p = TRUE))),
  log_between = transform(between, value = log_between(a, a + width))))
