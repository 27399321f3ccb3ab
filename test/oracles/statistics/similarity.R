# Agreement, S, kappa and pi of pairs of states over the votes of session 40 of the UN General Assembly (1985), from
# their definitions (Lijphart 1963; Signorino & Ritter 1999; Häge 2011), with absolute and squared distances.
# Reads votes.csv (columns rcid, state, vote: 1 yes, 2 abstain, 3 no), made of Voeten's roll calls; of the votes in
# which both took part. Writes similarity.json for the pairs that it lists already.
library(jsonlite)
v <- read.csv("votes.csv")
v <- v[v$vote %in% 1:3, ]
d <- abs(outer(1:3, 1:3, "-")) / 2
one <- function(a, b) {
  both <- merge(v[v$state == a, ], v[v$state == b, ], by = "rcid")
  t <- table(factor(both$vote.x, 1:3), factor(both$vote.y, 1:3))
  n <- sum(t)
  p <- rowSums(t) / n
  q <- colSums(t) / n
  m <- (p + q) / 2
  index <- function(w, chance) 1 - (sum(w * t) / n) / sum(w * chance)
  list(a = a, b = b, n = n, agree = sum(diag(t)) / n, S_abs = 1 - 2 * sum(d * t) / n, S_sq = 1 - 2 * sum(d^2 * t) / n,
       kappa_sq = index(d^2, outer(p, q)), pi_sq = index(d^2, outer(m, m)),
       kappa_abs = index(d, outer(p, q)), pi_abs = index(d, outer(m, m)))
}
old <- fromJSON("similarity.json", simplifyVector = FALSE)
old$cases <- lapply(old$cases, function(c) one(c$a, c$b))
writeLines(toJSON(old, auto_unbox = TRUE, digits = NA, pretty = 1), "similarity.json")
