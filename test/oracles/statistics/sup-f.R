source("test/oracles/statistics/common.R")
suppressPackageStartupMessages(library(strucchange))
set.seed(17)
one <- function(n, rho, jump, shape) {
  y <- ar1(n, rho); at <- round(n * 0.4); y <- round(y + jump * (seq_len(n) > at), 4); t <- seq_len(n)
  f <- Fstats(if (shape == "level") y ~ 1 else y ~ t, from = 0.15)
  test <- sctest(f, type = "supF")
  list(shape = shape, jump = jump, y = y, first = unname(f$Fstats |> attr("tsp") |> (\(p) round(p[1] * n))()),
       f = as.numeric(f$Fstats), sup_f = unname(test$statistic), p_hansen = unname(test$p.value), at = f$breakpoint)
}
grid <- expand.grid(n = c(20, 33, 60, 100), rho = c(0, 0.5), jump = c(0, 2), shape = c("level", "line"), stringsAsFactors = FALSE)
write_oracle("sup-f", Map(function(n, rho, jump, shape) one(n, rho, jump, shape), grid$n, grid$rho, grid$jump, grid$shape), "strucchange")
