source("test/oracles/statistics/common.R")
set.seed(11)
p <- c(0, 0.025, 0.1, 0.25, 1 / 3, 0.5, 0.6, 0.75, 0.9, 0.975, 1)
plain <- lapply(c(1, 2, 3, 5, 8, 13, 40), function(n) {
  x <- round(rnorm(n), 2)
  list(x = I(x), p = p, type7 = unname(quantile(x, p, type = 7)), type2 = unname(quantile(x, p, type = 2)))
})
weighted <- lapply(1:6, function(i) {
  x <- sample(1:6, 9, replace = TRUE); w <- sample(1:5, 9, replace = TRUE)
  list(x = x, w = w, p = p, type2 = unname(quantile(rep(x, w), p, type = 2)))
})
write_oracle("quantile", list(plain = plain, weighted = weighted))
