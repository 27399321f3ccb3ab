source("test/oracles/statistics/common.R")
suppressPackageStartupMessages({ library(sandwich); library(nlme) })
set.seed(13)
# Restricted likelihood of a line with autoregressive errors, with dense matrices: the same quantities by another way,
# and, for comparison only, Satterthwaite's degrees of freedom from its numerical Hessian in (log variance, atanh rho).
bend <- function(x) resid(lm(x^2 ~ x)) # at right angles to level and slope
dense <- function(x, y) {
  L <- cbind(1, x); X <- cbind(L, bend(x) / sd(bend(x))); n <- length(x); lags <- abs(outer(x, x, "-"))
  ols <- solve(crossprod(L), t(L))
  minus <- function(theta) {
    V <- exp(theta[1]) * tanh(theta[2])^lags; Vi <- solve(V); XVX <- t(X) %*% Vi %*% X
    r <- y - X %*% solve(XVX, t(X) %*% Vi %*% y)
    0.5 * (determinant(V)$modulus + determinant(XVX)$modulus + drop(t(r) %*% Vi %*% r))
  }
  best <- NULL
  for (start in c(-1, 0, 0.5, 1, 1.8)) {
    o <- optim(c(log(var(y)), start), minus, control = list(reltol = 1e-15, maxit = 5000))
    for (again in 1:3) o <- optim(o$par, minus, control = list(reltol = 1e-16, maxit = 5000))
    if (is.null(best) || o$value < best$value) best <- o
  }
  variance <- function(theta) (ols %*% (exp(theta[1]) * tanh(theta[2])^lags) %*% t(ols))[2, 2]
  # Richardson-extrapolated central differences
  central <- function(f, h) (f(h) - f(-h)) / (2 * h)
  rich <- function(f) (4 * central(f, 5e-3) - central(f, 1e-2)) / 3
  g <- sapply(1:2, function(j) rich(function(h) variance(replace(best$par, j, best$par[j] + h))))
  H <- optimHess(best$par, minus, control = list(ndeps = c(2e-3, 2e-3)))
  v <- variance(best$par)
  list(rho = tanh(best$par[2]), se = sqrt(v), df = 2 * v^2 / drop(t(g) %*% solve(H) %*% g))
}
one <- function(n, rho, slope, gaps = FALSE) {
  year <- 1950 + seq_len(n); y <- ar1(n, rho, slope)
  if (gaps) { out <- c(4, 5, 11, n - 2); year <- year[-out]; y <- y[-out] }
  x <- year - mean(year); q <- bend(x); fit <- lm(y ~ x + q)
  reml <- gls(y ~ x + q, correlation = corAR1(form = ~ year), method = "REML", control = glsControl(tolerance = 1e-9))
  ols <- solve(crossprod(cbind(1, x)), t(cbind(1, x)))
  phi <- unname(coef(reml$modelStruct$corStruct, unconstrained = FALSE))
  V <- sigma(reml)^2 * phi^abs(outer(year, year, "-"))
  list(rho_true = rho, gaps = gaps, year = year, y = y, slope = unname(coef(fit)[2]),
       intercept = unname(coef(lm(y ~ year))[1]), classical = summary(fit)$coefficients[2, 2],
       newey_west = sqrt(NeweyWest(fit, prewhite = FALSE, adjust = TRUE)[2, 2]),
       prewhitened = sqrt(NeweyWest(fit, prewhite = 1, adjust = TRUE)[2, 2]),
       newey_west_covariance = unname(NeweyWest(fit, prewhite = FALSE, adjust = TRUE)),
       prewhitened_covariance = unname(NeweyWest(fit, prewhite = 1, adjust = TRUE)),
       lag3 = unname(NeweyWest(fit, lag = 3, prewhite = FALSE, adjust = TRUE)),
       lag3_prewhitened = unname(NeweyWest(fit, lag = 3, prewhite = 1, adjust = TRUE)),
       lag = floor(bwNeweyWest(fit, prewhite = FALSE)), lag_prewhitened = floor(bwNeweyWest(fit, prewhite = 1)),
       gls = list(rho = phi, se = sqrt((ols %*% V %*% t(ols))[2, 2])), reml = dense(x, y))
}
grid <- rbind(expand.grid(n = c(8, 12, 20, 30, 60, 101), rho = c(0, 0.5, -0.4), gaps = FALSE),
              expand.grid(n = c(20, 30, 60), rho = 0.7, gaps = c(FALSE, TRUE)))
cases <- suppressWarnings(Map(function(n, rho, gaps) one(n, rho, 0.03, gaps), grid$n, grid$rho, grid$gaps))
write_oracle("linear-trend", cases, c("sandwich", "nlme"))
