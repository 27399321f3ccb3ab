# Similarity of alliances of some pairs of states: kappa and pi by the package irrCAC from tables of what both owe whom,
# S and agreement from their definitions. Reads what the project itself tells of treaties, one file a year:
#   entente panel dyad-year --years YEAR-YEAR --out FOLDER/YEAR.csv \
#     --variables atop_consultation,atop_neutrality,atop_nonaggression,atop_offence,atop_defence
# Run as: Rscript test/oracles/measures/alliance-similarity.R FOLDER  (from the root of the project)
suppressPackageStartupMessages({ library(jsonlite); library(irrCAC) })
folder <- commandArgs(TRUE)[1]
set.seed(7)
absolute <- 1 - abs(outer(1:4, 1:4, "-")) / 3
squared <- 1 - outer(1:4, 1:4, "-")^2 / 9
one_year <- function(year) {
  d <- read.csv(file.path(folder, paste0(year, ".csv")))
  states <- sort(unique(d$ccode1))
  owed <- matrix(1, length(states), length(states), dimnames = list(states, states))
  rank <- with(d, ifelse(atop_defence == 1 | atop_offence == 1, 4,
                  ifelse(atop_neutrality == 1 | atop_nonaggression == 1, 3, ifelse(atop_consultation == 1, 2, 1))))
  rank[is.na(rank)] <- 1
  owed[cbind(as.character(d$ccode1), as.character(d$ccode2))] <- rank
  diag(owed) <- 4
  # pairs of states with some treaty, for the others are alike in having none
  busy <- states[rowSums(owed > 1) > 1]
  pairs <- t(combn(busy, 2))
  pairs <- pairs[sample(nrow(pairs), min(40, nrow(pairs))), ]
  do.call(rbind, lapply(seq_len(nrow(pairs)), function(i) {
    a <- owed[as.character(pairs[i, 1]), ]; b <- owed[as.character(pairs[i, 2]), ]
    seen <- table(factor(a, 1:4), factor(b, 1:4))
    of <- function(f, w) f(seen, weights = w)$coeff.val
    data.frame(year, ccode1 = pairs[i, 1], ccode2 = pairs[i, 2], shared = length(a), agreement = mean(a == b),
      s = 1 - 2 * mean(abs(a - b) / 3), s_squared = 1 - 2 * mean((a - b)^2 / 9),
      kappa = of(kappa2.table, absolute), kappa_squared = of(kappa2.table, squared),
      pi = of(scott2.table, absolute), pi_squared = of(scott2.table, squared))
  }))
}
pairs <- do.call(rbind, lapply(c(1914, 1939, 1985, 2015), one_year))
write(toJSON(list(made_with = list(by = "alliance-similarity.R", irrCAC = as.character(packageVersion("irrCAC")),
                    R = paste(R.version$major, R.version$minor, sep = ".")), pairs = pairs), digits = NA, auto_unbox = TRUE),
      "test/oracles/measures/alliance-similarity.json")
