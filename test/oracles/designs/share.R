# The share of a group by another way: ratio, jackknife, bootstrap (boot), odds interval, exact permutation test.
# Writes share.json beside it. Run as: Rscript test/oracles/designs/share.R  (from the root of the project; needs boot, jsonlite)
suppressPackageStartupMessages({ library(boot); library(jsonlite) })
set.seed(11)
n <- 60
units <- data.frame(start = round(runif(n, 0.1, 0.95), 2), group = rep(c(1, 0), c(24, 36)))
units$amount <- round(ifelse(runif(n) < 0.45, units$start * rbeta(n, 1.4, 3) * ifelse(units$group == 1, 1.5, 1), 0), 3)
units$people <- round(exp(rnorm(n, 2, 1.2)), 1)

ratio <- function(d, yardstick) (sum(d$amount[d$group == 1]) / sum(d$amount)) / (sum(d[[yardstick]][d$group == 1]) / sum(d[[yardstick]]))
units$states <- 1
interval <- function(yardstick, R = 50000) {
  left_out <- sapply(seq_len(n), function(i) ratio(units[-i, ], yardstick))
  d <- mean(left_out) - left_out
  acceleration <- sum(d^3) / (6 * sum(d^2)^1.5) # Efron & Tibshirani 1993, eq. 14.15
  b <- boot(units, function(d, i) ratio(d[i, ], yardstick), R)
  ci <- boot.ci(b, type = c("perc", "bca"), L = d)
  side <- function(g) { s <- units[units$group == g, ]; list(a = sum(s$amount), k = sum(s$amount > 0), y = sum(s[[yardstick]]),
                                                            v = sum((s$amount / sum(s$amount) - s[[yardstick]] / sum(s[[yardstick]]))^2)) }
  g <- side(1); o <- side(0)
  df <- (g$v + o$v)^2 / (g$v^2 / (g$k - 1) + o$v^2 / (o$k - 1))
  odds <- plogis(log(g$a / o$a) + c(-1, 1) * qt(0.975, df) * sqrt(g$v + o$v)) / (g$y / (g$y + o$y))
  list(ratio = ratio(units, yardstick), left_out = left_out, acceleration = acceleration, percentile = ci$percent[4:5],
       bca = ci$bca[4:5], odds = odds, sd = sd(b$t), replicates = R)
}

# Eight states, two strata of four by their start; two of one and one of the other are in the group. All 24 labellings.
tiny <- data.frame(start = rep(c(0.3, 0.7), each = 4), amount = c(0.1, 0.2, 0.3, 0, 0.3, 0, 0.1, 0.2), group = c(1, 1, 0, 0, 1, 0, 0, 0), states = 1)
labellings <- unlist(lapply(combn(4, 2, simplify = FALSE), function(a) lapply(5:8, function(b) as.numeric(seq_len(8) %in% c(a, b)))), recursive = FALSE)
null <- sapply(labellings, function(l) { d <- tiny; d$group <- l; ratio(d, "states") })
seen <- ratio(tiny, "states")
exact <- list(units = tiny[, c("start", "amount", "group")], ratio = seen, at_least = mean(null >= seen - 1e-9), at_most = mean(null <= seen + 1e-9),
              median = median(null), mean_log = mean(log(null[null > 0])))

write(toJSON(list(made_with = list(by = "share.R", R = paste(R.version$major, R.version$minor, sep = "."),
                                   packages = list(boot = as.character(packageVersion("boot")))),
                  units = units[, c("start", "amount", "group", "people")],
                  states = interval("states"), room = interval("start"), population = interval("people"), exact = exact),
           digits = NA, auto_unbox = TRUE), "test/oracles/designs/share.json")
