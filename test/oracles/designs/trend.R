# A trend from the table of states to the slope a decade, by another way. Writes trend.json beside it.
# Run as: Rscript test/oracles/designs/trend.R  (from the root of the project; needs sandwich, nlme, jsonlite)
suppressPackageStartupMessages({ library(sandwich); library(nlme); library(jsonlite) })
set.seed(20)
years <- 1985:2016; k <- 14
# What twelve small and two large states hold; one of the large ones gains on the other, with memory.
gain <- as.numeric(stats::filter(rnorm(length(years), sd = 2), 0.6, method = "recursive")) + 0.7 * (years - 1985)
held <- sapply(seq_len(k), function(s) {
  base <- if (s == 1) 60 + gain else if (s == 2) 110 - gain / 2 else 4 + 2 * s
  round(base * exp(0.03 * (years - 1985)) * exp(rnorm(length(years), sd = 0.02)), 3)
})
share <- apply(held, 1, function(x) 100 * max(x) / sum(x))
effective <- apply(held, 1, function(x) sum(x)^2 / sum(x^2))

mann_kendall <- function(y) {
  n <- length(y); s <- sum(sign(outer(y, y, "-"))[lower.tri(diag(n))])
  v <- n * (n - 1) * (2 * n + 5) / 18
  slopes <- outer(y, y, "-") / outer(seq_len(n), seq_len(n), "-")
  sen <- median(slopes[lower.tri(slopes)])
  r <- rank(y - sen * seq_len(n)); rho <- acf(r, lag.max = n - 1, plot = FALSE)$acf[-1]
  i <- which(abs(rho) > qnorm(0.975) / sqrt(n))
  factor <- 1 + 2 / (n * (n - 1) * (n - 2)) * sum((n - i) * (n - i - 1) * (n - i - 2) * rho[i])
  list(z = (s - sign(s)) / sqrt(v * factor), sen = sen)
}
pettitt <- function(y) {
  n <- length(y); u <- 2 * cumsum(rank(y)) - seq_len(n) * (n + 1)
  list(year = years[which.max(abs(u))], p = min(1, 2 * exp(-6 * max(abs(u))^2 / (n^3 + n^2))))
}
trend <- function(y) {
  t <- years - mean(years); fit <- lm(y ~ t); q <- resid(lm(t^2 ~ t)); curve <- lm(y ~ t + q)
  reml <- gls(y ~ t, correlation = corAR1(form = ~ years), method = "REML", control = glsControl(tolerance = 1e-10))
  rho <- unname(coef(reml$modelStruct$corStruct, unconstrained = FALSE))
  w <- t / sum(t^2); V <- sigma(reml)^2 * rho^abs(outer(years, years, "-"))
  e <- residuals(fit); mk <- mann_kendall(y); change <- pettitt(y)
  list(slope = 10 * unname(coef(fit)[2]), classical = 10 * unname(confint(curve)[2, ]),
       newey_west_se = 10 * sqrt(NeweyWest(fit, prewhite = FALSE, adjust = TRUE)[2, 2]),
       autoregressive_se = 10 * sqrt(drop(t(w) %*% V %*% w)), rho = rho,
       kendall_z = mk$z, sen = 10 * mk$sen, pettitt_year = change$year, pettitt_p = change$p,
       residual_autocorrelation = sum(e[-1] * e[-length(e)]) / sum(e^2))
}
write(toJSON(list(made_with = list(by = "trend.R", R = paste(R.version$major, R.version$minor, sep = "."),
                                   packages = lapply(c(sandwich = "sandwich", nlme = "nlme"), function(p) as.character(packageVersion(p)))),
                  years = years, held = held, first = c(list(values = share), trend(share)),
                  effective = c(list(values = effective), trend(effective))),
             digits = NA, auto_unbox = TRUE), "test/oracles/designs/trend.json")
