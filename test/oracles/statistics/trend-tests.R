source("test/oracles/statistics/common.R")
suppressPackageStartupMessages({ library(trend); library(Kendall); library(modifiedmk) })
set.seed(14)
one <- function(n, rho, slope, digits) {
  y <- round(ar1(n, rho, slope), digits)
  mk <- mk.test(y); k <- suppressWarnings(MannKendall(y)); h <- suppressWarnings(mmkh(y)); s <- sens.slope(y); pt <- suppressWarnings(pettitt.test(y))
  list(y = y, s = unname(mk$estimates["S"]), variance = unname(mk$estimates["varS"]), z = unname(mk$statistic), p = mk$p.value,
       tau = unname(mk$estimates["tau"]), kendall_s = as.numeric(k$S), kendall_variance = as.numeric(k$varS),
       hamed_rao = list(z = unname(h["Corrected Zc"]), p = unname(h["new P-value"]), factor = unname(h["N/N*"]), variance = unname(h["new.variance"])),
       sen = list(slope = unname(s$estimates), low = s$conf.int[1], high = s$conf.int[2]),
       pettitt = list(k = unname(pt$statistic), p = pt$p.value, at = I(unname(pt$estimate))))
}
grid <- expand.grid(n = c(10, 19, 30, 61), rho = c(0, 0.6), digits = c(4, 0), slope = c(0, 0.05))
cases <- Map(function(n, rho, slope, digits) one(n, rho, slope, digits), grid$n, grid$rho, grid$slope, grid$digits)
write_oracle("trend-tests", cases, c("trend", "Kendall", "modifiedmk"))
