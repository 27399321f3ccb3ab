# From the definitions, by the slow way, over all pairs.
source("test/oracles/statistics/common.R")
set.seed(15)
one <- function(x) {
  n <- length(x); m <- mean(x); s <- sd(x)
  skew <- n / ((n - 1) * (n - 2)) * sum(((x - m) / s)^3)                      # SAS PROC UNIVARIATE
  kurt <- n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum(((x - m) / s)^4) - 3 * (n - 1)^2 / ((n - 2) * (n - 3))
  er <- function(x, alpha) {
    t <- table(x); y <- as.numeric(names(t)); q <- as.numeric(t) / length(x)
    2^(1 + alpha) * sum(outer(q^(1 + alpha), q) * abs(outer(y, y, "-")))
  }
  tenths <- ave(x, pmin(9, floor(x * 10)))
  er_classes <- function(alpha) {
    k <- pmin(9, floor(x * 10)); y <- tapply(x, k, mean); q <- as.numeric(table(k)) / n
    2^(1 + alpha) * sum(outer(q^(1 + alpha), q) * abs(outer(y, y, "-")))
  }
  list(x = x, sd = s, gini = sum(abs(outer(x, x, "-"))) / (n * (n - 1)), iqr = IQR(x),
       bimodality = (skew^2 + 1) / (kurt + 3 * (n - 1)^2 / ((n - 2) * (n - 3))),
       esteban_ray = er(x, 1.3), esteban_ray_1 = er(x, 1), esteban_ray_tenths = er_classes(1.3))
}
cases <- list(one(round(runif(30), 3)), one(round(rbeta(60, 0.4, 0.4), 3)), one(sample((0:6) / 6, 50, TRUE)),
              one(round(rbeta(25, 5, 2), 3)), one(c(0, 0, 0.2, 1, 1)))
write_oracle("dispersion", cases)
