# From the definitions, by the slow way, over all pairs; weights by repetition where they are whole.
# Run as: Rscript test/oracles/measures/inequality.R  (from the root of the project)
suppressPackageStartupMessages(library(jsonlite))
set.seed(23)
gini <- function(x, w) { s <- w / sum(w); sum(outer(s, s) * abs(outer(x, x, "-"))) / (2 * sum(s * x)) }
theil <- function(x, w) { r <- x / weighted.mean(x, w); weighted.mean(r * log(r), w) }
mld <- function(x, w) -weighted.mean(log(x / weighted.mean(x, w)), w)
one <- function(x, w) {
  long <- rep(x, w); q <- function(p) unname(quantile(long, p, type = 2)) # Hyndman and Fan's definition 2
  list(x = x, w = w, gini = gini(x, w), theil = theil(x, w), mld = mld(x, w), ratio = q(0.9) / q(0.1),
       mean = mean(long), median = q(0.5), gini_of_repeated = gini(long, rep(1, length(long))))
}
cases <- list(
  one(round(rlnorm(40, 8, 1.1)), rep(1, 40)),
  one(round(rlnorm(25, 9, 0.6), 2), sample(1:9, 25, TRUE)),
  one(c(1, 1, 1, 1), c(3, 1, 2, 5)),
  one(c(0.5, 2, 2, 7, 40), c(1, 10, 3, 0, 2)),
  one(c(100, 900), c(9, 1)))
# A lognormal distribution: how one Gini point at 55 shows in the other indices (the smallest effects of
# gap-between-rich-and-poor are these, rounded).
sigma <- function(g) sqrt(2) * qnorm((g + 1) / 2)
steps <- function(of) (of(sigma(0.555)) - of(sigma(0.545)))
lognormal <- list(mld = steps(function(s) s^2 / 2), ratio = steps(function(s) exp(2 * qnorm(0.9) * s)))
write(toJSON(list(made_with = list(by = "inequality.R", R = paste(R.version$major, R.version$minor, sep = ".")),
                  cases = cases, lognormal = lognormal), digits = NA, auto_unbox = TRUE),
      "test/oracles/measures/inequality.json")
