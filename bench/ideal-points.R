# The dynamic ordinal model of ideal points in R with Rcpp, as it is usually written: latent utilities are drawn for every
# vote (Albert & Chib 1993; cut points as Cowles 1996). Prints seconds and effective draws for the votes of a CSV with
# columns state, session, item, choice (from 1, in the order of items), for so many rounds.
#   Rscript bench/ideal-points.R VOTES.csv ROUNDS
suppressPackageStartupMessages({ library(Rcpp); library(coda) })
args <- commandArgs(TRUE)
votes <- read.csv(args[1])
rounds <- as.integer(args[2])
kinds <- tapply(votes$choice, votes$item, function(x) length(unique(x)))
votes <- votes[votes$item %in% names(kinds)[kinds > 1], ]
votes <- votes[order(votes$item), ]
key <- paste(votes$state, votes$session)
units <- unique(data.frame(key, state = votes$state, session = votes$session))
units <- units[order(units$state, units$session), ]
unit <- match(key, units$key)
item <- match(votes$item, unique(votes$item))
n <- tabulate(unit, nrow(units))
before <- ifelse(c(FALSE, diff(units$state) == 0), seq_len(nrow(units)) - 1L, 0L)
tie <- ifelse(before > 0, (n + n[pmax(before, 1)]) / (0.5 * n), 0)
sourceCpp(code = '
#include <Rcpp.h>
using namespace Rcpp;
double between(double a, double b) { // a standard normal number between a and b
  bool flip = a + b > 0; double lo = flip ? -b : a, hi = flip ? -a : b;
  double l = R::pnorm(lo, 0, 1, 1, 0), h = R::pnorm(hi, 0, 1, 1, 0);
  double z = h - l > 1e-300 ? R::qnorm(l + unif_rand() * (h - l), 0, 1, 1, 0) : hi;
  return flip ? -z : z;
}
// [[Rcpp::export]]
NumericMatrix sampler(IntegerVector unit, IntegerVector item, IntegerVector choice, IntegerVector before, NumericVector tie, NumericVector start, int rounds) {
  int N = unit.size(), U = before.size(), J = max(item); double step = 0.2 / 3;
  std::vector<int> after(U, -1), first(J + 1, 0);
  for (int u = 0; u < U; u++) if (before[u] > 0) after[before[u] - 1] = u;
  for (int v = 0; v < N; v++) first[item[v]]++;
  for (int j = 0; j < J; j++) first[j + 1] += first[j];
  NumericVector theta = clone(start), beta(J), low(J, -0.3), high(J, 0.3), z(N);
  NumericMatrix draws(rounds, U);
  for (int r = 0; r < rounds; r++) {
    std::vector<double> sz(U, 0), sb(U, 0);
    for (int j = 0; j < J; j++) {
      double a = low[j] + step * between(-1e9, (high[j] - low[j]) / step), b = high[j] + step * between((a - high[j]) / step, 1e9);
      double log_ratio = R::pnorm((high[j] - low[j]) / step, 0, 1, 1, 1) + R::pnorm((high[j] - a) / step, 0, 1, 1, 1)
        - R::pnorm((b - a) / step, 0, 1, 1, 1) - R::pnorm((b - low[j]) / step, 0, 1, 1, 1);
      for (int v = first[j]; v < first[j + 1]; v++) {
        double e = beta[j] * theta[unit[v] - 1];
        if (choice[v] == 1) log_ratio += R::pnorm(a - e, 0, 1, 1, 1) - R::pnorm(low[j] - e, 0, 1, 1, 1);
        else if (choice[v] == 3) log_ratio += R::pnorm(e - b, 0, 1, 1, 1) - R::pnorm(e - high[j], 0, 1, 1, 1);
        else log_ratio += std::log(R::pnorm(b - e, 0, 1, 1, 0) - R::pnorm(a - e, 0, 1, 1, 0)) - std::log(R::pnorm(high[j] - e, 0, 1, 1, 0) - R::pnorm(low[j] - e, 0, 1, 1, 0));
      }
      if (std::log(unif_rand()) < log_ratio) { low[j] = a; high[j] = b; }
      double xx = 1, xz = 0;
      for (int v = first[j]; v < first[j + 1]; v++) {
        double x = theta[unit[v] - 1], e = beta[j] * x;
        z[v] = e + between(choice[v] == 1 ? -1e9 : (choice[v] == 2 ? low[j] : high[j]) - e, choice[v] == 3 ? 1e9 : (choice[v] == 2 ? high[j] : low[j]) - e);
        xx += x * x; xz += x * z[v];
      }
      beta[j] = xz / xx + norm_rand() / std::sqrt(xx);
      for (int v = first[j]; v < first[j + 1]; v++) { sz[unit[v] - 1] += beta[j] * z[v]; sb[unit[v] - 1] += beta[j] * beta[j]; }
    }
    for (int u = 0; u < U; u++) {
      double back = tie[u], forth = after[u] < 0 ? 0 : tie[after[u]], p = sb[u] + back + forth + 1.8;
      double m = sz[u] + (back > 0 ? back * theta[before[u] - 1] : 0) + (forth > 0 ? forth * theta[after[u]] : 0);
      theta[u] = m / p + norm_rand() / std::sqrt(p);
      draws(r, u) = theta[u];
    }
  }
  return draws;
}')
# The first principal component of who agrees with whom, as a start.
mean_by_state <- tapply(votes$choice, votes$state, mean)
start <- as.numeric(scale(mean_by_state[as.character(units$state)]))
set.seed(1)
took <- system.time(draws <- sampler(unit, item, votes$choice, before, tie, start, rounds))[["user.self"]]
kept <- mcmc(draws[-seq_len(rounds %/% 4), ])
ess <- effectiveSize(kept)
cat(sprintf("%d votes, %d rounds, %.1f s of processor: %.0f ns a vote and round\n", nrow(votes), rounds, took, 1e9 * took / nrow(votes) / rounds))
cat(sprintf("effective draws of a place, median: %.1f a hundred rounds, %.2f a second\n", median(ess) / nrow(kept) * 100, median(ess) / took))
