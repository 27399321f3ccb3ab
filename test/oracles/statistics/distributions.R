source("test/oracles/statistics/common.R")
z <- c(-37.5, -20, -8, -5, -3, -1.6, -1.5, -1.4, -1, -0.3, -1e-5, 0, 0.5, 1.2, 1.5, 2, 4, 6)
p <- c(1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.1, 0.3, 0.499, 0.5, 0.6, 0.9, 0.975, 0.9995, 1 - 1e-10)
df <- c(0.7, 1, 2, 2.5, 3, 5, 10, 28.3, 58, 100, 1000, 1e5, 1e6)
grid_t <- expand.grid(x = c(-40, -8, -5, -2, -0.7, -1e-4, 0.3, 1, 2.5, 6), df = df)
grid_q <- expand.grid(p = c(1e-10, 1e-4, 0.001, 0.025, 0.05, 0.2, 0.45, 0.7, 0.9, 0.975, 0.9995), df = df)
write_oracle("distributions", list(
  normal_cdf = data.frame(x = z, value = pnorm(z)),
  normal_quantile = data.frame(p = p, value = qnorm(p)),
  t_cdf = transform(grid_t, value = pt(x, df)),
  t_quantile = transform(grid_q, value = qt(p, df))))
