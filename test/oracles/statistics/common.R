# Shared by the oracle scripts: where they write, and which R and packages made the numbers.
# Run as: Rscript test/oracles/statistics/NAME.R  (from the root of the project)
suppressPackageStartupMessages(library(jsonlite))
write_oracle <- function(name, cases, packages = character()) {
  made <- list(by = paste0(name, ".R"), R = paste(R.version$major, R.version$minor, sep = "."))
  if (length(packages))
    made$packages <- as.list(setNames(sapply(packages, function(p) as.character(packageVersion(p))), packages))
  write(toJSON(list(made_with = made, cases = cases), digits = NA, auto_unbox = TRUE, na = "null", null = "null"),
        file.path("test/oracles/statistics", paste0(name, ".json")))
}
ar1 <- function(n, rho, slope = 0) {
  e <- rnorm(n); y <- numeric(n); y[1] <- e[1]
  for (t in seq_len(n)[-1]) y[t] <- rho * y[t - 1] + sqrt(1 - rho^2) * e[t]
  round(y + slope * seq_len(n), 4)
}
