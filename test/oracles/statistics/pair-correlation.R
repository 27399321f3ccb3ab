# From the definitions, over all pairs; weights by the weighted correlation; what a copy adds by central differences.
# Run as: Rscript test/oracles/statistics/pair-correlation.R  (from the root of the project)
suppressPackageStartupMessages(library(jsonlite))
set.seed(31)
off <- function(m) m[lower.tri(m)]
apart <- function(x) off(abs(outer(x, x, "-")))
# Ranks of units that count w times: those below, and half of those alike.
weighted_ranks <- function(x, w) sapply(x, function(one) sum(w[x < one]) + sum(w[x == one]) / 2)
weighted <- function(x, y, w, ranks) {
  if (ranks) { u <- weighted_ranks(x, w); v <- weighted_ranks(y, w) } else { u <- x; v <- y }
  cov.wt(cbind(apart(u), apart(v)), wt = off(outer(w, w)) / sum(off(outer(w, w))), cor = TRUE, method = "ML")$cor[1, 2]
}
step <- 1e-4
pulls <- function(x, y, ranks) sapply(seq_along(x), function(i) {
  at <- function(h) { w <- rep(1, length(x)); w[i] <- 1 + h; weighted(x, y, w, ranks) }
  (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step)
})
one <- function(x, y) {
  times <- rmultinom(1, length(x), rep(1, length(x)))[, 1]
  list(x = x, y = y, times = times,
       values = cor(dist(x), dist(y)), ranks = cor(dist(rank(x)), dist(rank(y))),
       drawn_values = weighted(x, y, times, FALSE), drawn_ranks = weighted(x, y, times, TRUE),
       pulls_values = pulls(x, y, FALSE), pulls_ranks = pulls(x, y, TRUE))
}
related <- function(n, rho) { x <- rnorm(n); list(x, rho * x + sqrt(1 - rho^2) * rnorm(n)) }
cases <- list(
  do.call(one, related(12, 0.8)),
  do.call(one, related(25, 0)),
  one(sample(-10:10, 30, TRUE) / 10, rnorm(30)),                          # a score with ties
  one(c(rep(0, 8), rep(1, 7)), c(rnorm(8), rnorm(7, 3))),                 # two camps
  one(round(runif(20), 1), round(runif(20), 1)),
  one(c(1, 2, 4, 8), c(3, 1, 1, 0)))
write(toJSON(list(made_with = list(by = "pair-correlation.R", R = paste(R.version$major, R.version$minor, sep = ".")),
                  cases = cases), digits = NA, auto_unbox = TRUE),
      "test/oracles/statistics/pair-correlation.json")
