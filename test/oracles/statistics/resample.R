source("test/oracles/statistics/common.R")
suppressPackageStartupMessages(library(boot))
set.seed(16)
one <- function(x, f, level) {
  b <- boot(x, function(d, i) f(d[i]), R = 999)
  left_out <- sapply(seq_along(x), function(j) f(x[-j]))
  L <- (length(x) - 1) * (mean(left_out) - left_out)  # jackknife influence, Efron & Tibshirani (1993), eq. 14.15
  i <- suppressWarnings(boot.ci(b, conf = level, type = c("bca", "perc"), L = L))
  list(estimate = b$t0, replicates = as.numeric(b$t), left_out = left_out, level = level,
       acceleration = sum(L^3) / (6 * sum(L^2)^1.5), bca = i$bca[4:5],
       percentile = unname(quantile(b$t, c((1 - level) / 2, (1 + level) / 2), type = 7)))
}
skewed <- round(rexp(24), 3); normal <- round(rnorm(40, 5), 3)
write_oracle("resample", list(one(skewed, mean, 0.95), one(skewed, var, 0.95), one(normal, median, 0.95),
                              one(normal, function(v) sd(v) / mean(v), 0.9)), "boot")
