# What `comparison` computes, by other ways: binom.test, lm with predict, ranks counted out, sandwich and nlme, difference in
# changes from a panel, resampled sessions and texts. Writes comparison.json beside it.
# Run as: Rscript test/oracles/designs/comparison.R  (from the root of the project; needs sandwich, nlme, jsonlite)
suppressPackageStartupMessages({ library(sandwich); library(nlme); library(jsonlite) })
set.seed(29)

# Counts: exact intervals of a share, and of the ratio of two rates.
pairs <- list(c(0, 7), c(7, 0), c(1, 1), c(3, 40), c(12, 12), c(57, 640), c(2, 1500), c(180, 3))
binomial <- lapply(pairs, function(x) {
  ci <- binom.test(x[1], sum(x))$conf.int
  rate <- poisson.test(c(x[1], x[2]))$conf.int
  list(a = x[1], b = x[2], low = ci[1], high = ci[2], rate_low = rate[1], rate_high = if (is.finite(rate[2])) rate[2] else -1)
})

# A panel of 45 states: the first falls. Changes between two spans, the others as placebos.
years <- 2000:2015; states <- 101:145
panel <- t(sapply(seq_along(states), function(i) round(0.5 + 0.3 * (i %% 5) / 5 + cumsum(rnorm(length(years), 0, 0.012)) - (i == 1) * pmax(0, years - 2008) * 0.015, 4)))
change <- rowMeans(panel[, years %in% 2012:2015]) - rowMeans(panel[, years %in% 2002:2006])
others <- change[-1]; gap <- change[1] - mean(others)
all_gaps <- sapply(seq_along(change), function(i) change[i] - mean(change[-i]))
normal <- predict(lm(others ~ 1), data.frame(1)[0:1, , drop = FALSE], interval = "prediction", level = 0.95)[1, ]
placebo <- list(years = years, states = states, panel = panel, gap = gap, p = mean(abs(all_gaps) >= abs(gap) - 1e-12),
                rank = sum(change <= change[1]), normal = change[1] - rev(unname(normal[2:3])),
                ordered = c(change[1] - sort(others)[44], change[1] - sort(others)[1]), level = 1 - 2 / 45,
                # the first twelve of them only: fewer than 39 placebos
                few = { o <- change[2:13]; list(gap = change[1] - mean(o), ordered = change[1] - rev(range(o)), level = 1 - 2 / 13) })

# Means of yearly series, and their shift between spans.
ar1 <- function(n, rho) { e <- rnorm(n); y <- e; for (t in seq_len(n)[-1]) y[t] <- rho * y[t - 1] + sqrt(1 - rho^2) * e[t]; y }
errors_of <- function(year, y, later = NULL) {
  d <- if (is.null(later)) data.frame(year, y) else data.frame(year, y, s = as.numeric(later))
  f <- if (is.null(later)) y ~ 1 else y ~ s
  fit <- lm(f, d); k <- length(coef(fit))
  reml <- gls(f, d, correlation = corAR1(form = ~ year), method = "REML", control = glsControl(tolerance = 1e-9))
  X <- model.matrix(fit); ols <- solve(crossprod(X), t(X))
  phi <- unname(coef(reml$modelStruct$corStruct, unconstrained = FALSE))
  V <- sigma(reml)^2 * phi^abs(outer(year, year, "-"))
  list(year = year, y = y, later = later, value = unname(coef(fit)[k]), classical = summary(fit)$coefficients[k, 2],
       newey_west = sqrt(NeweyWest(fit, prewhite = FALSE, adjust = TRUE)[k, k]),
       prewhitened = sqrt(NeweyWest(fit, prewhite = 1, adjust = TRUE)[k, k]),
       lag = floor(bwNeweyWest(fit, prewhite = FALSE)), rho = phi, sd = sigma(reml),
       autoregressive = sqrt((ols %*% V %*% t(ols))[k, k]))
}
shifts <- Map(function(before, gap, after, rho) {
  n <- before + gap + after; year <- 1980 + seq_len(n); y <- round(ar1(n, rho) + (seq_len(n) > before + gap) * 0.7, 4)
  in_span <- seq_len(n) <= before | seq_len(n) > before + gap
  errors_of(year[in_span], y[in_span], (seq_len(n) > before + gap)[in_span])
}, c(5, 8, 12, 10), c(4, 0, 6, 3), c(5, 6, 15, 10), c(0, 0.4, 0.6, -0.3))
levels <- Map(function(n, rho) errors_of(1980 + seq_len(n), round(3 + ar1(n, rho), 4)), c(8, 15, 30), c(0, 0.5, 0.6))

# Votes of three states (1 yes, 2 abstain, 3 no, 8 absent) over 12 sessions; texts that come back share a heading.
n_text <- 30; lean <- runif(n_text)
votes <- do.call(rbind, lapply(2001:2012, function(session) {
  text <- sort(sample(n_text, 22)); mood <- rnorm(1, 0, 0.4)
  cast <- function(shift) { u <- lean[text] + shift + rnorm(22, 0, 0.25) + mood * shift; v <- ifelse(u > 0.75, 3, ifelse(u > 0.55, 2, 1)); ifelse(runif(22) < 0.03, 8, v) }
  data.frame(session, text, a = cast(0), b = cast(0.1), c = cast(0.45))
}))
v <- votes[votes$a != 8 & votes$b != 8 & votes$c != 8, ]
halfway <- function(x, y) 1 - abs(x - y) / 2
same <- function(x, y) as.numeric(x == y)
agreement <- function(d, f) 100 * (mean(f(d$a, d$b)) - mean(f(d$a, d$c)))
sided <- v[v$a != 2 & v$b != 2 & v$c != 2, ]
# In blocks of `block` neighbouring units, the last running on to the first (Politis & Romano 1992); 1: one by one.
resampled <- function(d, unit, block, R = 20000) {
  rows <- split(seq_len(nrow(d)), d[[unit]]); own <- halfway(d$a, d$b) - halfway(d$a, d$c)
  sums <- sapply(rows, function(i) c(sum(own[i]), length(i))); n <- ncol(sums)
  one <- function() { start <- sample(n, ceiling(n / block), replace = TRUE); head(as.vector(outer(seq_len(block) - 1, start - 1, "+")) %% n + 1, n) }
  draws <- replicate(R, { i <- one(); 100 * sum(sums[1, i]) / sum(sums[2, i]) })
  list(low = unname(quantile(draws, 0.025)), high = unname(quantile(draws, 0.975)), sd = sd(draws), replicates = R)
}
assembly <- list(votes = votes, n = nrow(v), halfway = agreement(v, halfway), as_a_side = agreement(v, same), left_out = agreement(sided, same),
                 n_sided = nrow(sided), sessions = resampled(v, "session", 2), texts = resampled(v, "text", 1))

write(toJSON(list(made_with = list(by = "comparison.R", R = paste(R.version$major, R.version$minor, sep = "."),
                                   packages = list(sandwich = as.character(packageVersion("sandwich")), nlme = as.character(packageVersion("nlme")))),
                  binomial = binomial, placebo = placebo, shifts = shifts, levels = levels, assembly = assembly),
             digits = NA, auto_unbox = TRUE, null = "null"), "test/oracles/designs/comparison.json")
