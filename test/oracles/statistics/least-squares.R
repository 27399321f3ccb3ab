source("test/oracles/statistics/common.R")
set.seed(12)
cases <- lapply(list(c(12, 2), c(40, 4)), function(size) {
  x <- lapply(seq_len(size[2]), function(j) round(rnorm(size[1], 10 * j, j), 3)); y <- round(rnorm(size[1]), 3)
  X <- do.call(cbind, c(list(1), x)); fit <- lm(y ~ X - 1); no <- lm(y ~ X[, -1] - 1)
  one <- function(f) list(b = unname(coef(f)), se = unname(summary(f)$coefficients[, 2]), sigma2 = sigma(f)^2,
                          residuals = unname(residuals(f)), cross = unname(summary(f)$cov.unscaled))
  list(x = x, y = y, with_intercept = one(fit), without = one(no))
})
write_oracle("least-squares", cases)
