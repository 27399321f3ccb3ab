# One or more specifications of each tested claim, from the raw upstream files to the number, in base R and by the
# upstream files' own state codes. Nothing of Entente is used. Writes hand-calculations.json beside it.
# Run as: Rscript test/oracles/arguments/hand-calculations.R  (from the root of the project; raw files in ../shared/sources)
raw <- "../shared/sources"
csv <- function(file, ...) read.csv(file.path(raw, file), stringsAsFactors = FALSE, ...)

# Members of the state system on any day of a year: COW's list; spells open at its end go on.
spells <- csv("states/cow-system-membership-2016.csv")
open_end <- with(spells, endyear == 2016 & endmonth == 12 & endday == 31)
members <- function(year) with(spells, sort(unique(ccode[styear <= year & (open_end | endyear >= year)])))
iso <- csv("states/country-codes.csv", na.strings = "")[, c("iso3c", "cown")]
iso$cown[iso$iso3c == "SRB"] <- 345 # the list has no COW number for Serbia
iso$cown[iso$iso3c == "DEU"] <- 255 # and may give Germany that of the Federal Republic before 1990
slope <- function(years, values) 10 * unname(coef(lm(values ~ years))[2])

## allies-drive-backsliding -------------------------------------------------------------------------------------------
facts <- read.csv("facts/us_treaty_allies_2021.csv", stringsAsFactors = FALSE)
treaty_allies <- c(2, iso$cown[match(facts$iso3[facts$in_force_2021 == "yes"], iso$iso3c)])
stopifnot(!anyNA(treaty_allies))

# V-Dem, version 15: a fall from 2010 to 2020 counts, in full, where the two intervals do not overlap.
v15 <- csv("regime/vdem-v15-with-intervals.csv")
at <- function(year) {
  rows <- v15[v15$year == year & v15$vdem_cowcode %in% intersect(members(2010), members(2020)) & !is.na(v15$v2x_polyarchy), ]
  data.frame(ccode = rows$vdem_cowcode, p = rows$v2x_polyarchy, lo = rows$v2x_polyarchy_codelow, hi = rows$v2x_polyarchy_codehigh)
}
ends <- merge(at(2010), at(2020), by = "ccode", suffixes = c("10", "20"))
ends$fall <- with(ends, ifelse(hi20 < lo10, p10 - p20, 0))
ends$ally <- ends$ccode %in% treaty_allies
polyarchy <- with(ends, list(
  states = nrow(ends), allies = sum(ally), fell = sum(fall > 0), allies_that_fell = sum(fall > 0 & ally),
  fall = sum(fall), fall_of_allies = sum(fall[ally]), room = sum(p10), room_of_allies = sum(p10[ally]),
  ratio_states = (sum(fall[ally]) / sum(fall)) / (sum(ally) / nrow(ends)),
  ratio_room = (sum(fall[ally]) / sum(fall)) / (sum(p10[ally]) / sum(p10))))

# Polity5: the sum of all falls from one year to the next, 2010 to 2018, by population of 2010; allies are the partners
# of the United States in a defence pact of 2010 in either direction. Polity has codes of its own for a few states.
polity <- csv("regime/polity5-p5v2018.csv")
own <- c(`341` = 347, `348` = 341, `529` = 530, `525` = 626, `626` = 625, `342` = 345, `769` = 770, `818` = 816, `347` = 345, `364` = 365)
recoded <- as.character(polity$ccode) %in% names(own)
polity$cow <- polity$ccode
polity$cow[recoded] <- own[as.character(polity$ccode[recoded])]
window <- polity[polity$year %in% 2010:2018 & !is.na(polity$polity2) & polity$cow %in% intersect(members(2010), members(2018)), ]
# Sudan has two rows for 2011, with the South (to 8 July) and without it (625 and 626 in Polity): 31 December decides.
window <- window[!(window$year == 2011 & window$ccode == 625), ]
stopifnot(!anyDuplicated(window[, c("cow", "year")]))
yearly <- do.call(rbind, lapply(split(window, window$cow), function(s) {
  s <- s[order(s$year), ]
  if (s$year[1] != 2010 || s$year[nrow(s)] != 2018) return(NULL)
  data.frame(ccode = s$cow[1], fall = sum(pmax(0, -diff(s$polity2))))
}))
people <- csv("capabilities/population-world-bank.csv")
people <- people[people$Year == 2010, ]
# The Bank counts today's territory: Sudan of 2010 held the South too, and has no figure of its own.
people$cow <- iso$cown[match(people$Country.Code, iso$iso3c)]
people$cow[people$Country.Code == "XKX"] <- 347
people <- people[!is.na(people$cow) & people$cow != 625, ]
yearly <- merge(yearly, people[, c("cow", "Value")], by.x = "ccode", by.y = "cow")
atop <- csv("alliances/atop51-directed-dyad-year.csv.gz")
pact <- atop[atop$year == 2010 & atop$atop_defense == 1 & (atop$ccode1 == 2 | atop$ccode2 == 2), ]
yearly$ally <- yearly$ccode %in% c(2, pact$ccode1, pact$ccode2)
polity2 <- with(yearly, list(
  states = nrow(yearly), allies = sum(ally), fell = sum(fall > 0), fall = sum(fall), fall_of_allies = sum(fall[ally]),
  people = sum(Value), people_of_allies = sum(Value[ally]),
  ratio_population = (sum(fall[ally]) / sum(fall)) / (sum(Value[ally]) / sum(Value))))

## world-turns-polycentric --------------------------------------------------------------------------------------------
nmc <- csv("capabilities/cow-nmc-v7.csv")
shares <- lapply(1992:2021, function(y) { x <- nmc$cinc[nmc$year == y & nmc$ccode %in% members(y)]; sort(x / sum(x), decreasing = TRUE) })
effective <- sapply(shares, function(s) 1 / sum(s^2))
beyond <- sapply(shares, function(s) 100 * (1 - s[1]))
capabilities <- list(states_2021 = length(shares[[30]]), effective_1992 = effective[1], effective_2021 = effective[30],
                     slope_effective = slope(1992:2021, effective), slope_beyond_first = slope(1992:2021, beyond))

## systems-stay-different ---------------------------------------------------------------------------------------------
# V-Dem, version 16, 1990 to 2020: states with a score in each year that were members in each; Germany and Yemen are
# one state each throughout, whatever number the Correlates of War give them in the year.
v16 <- csv("regime/vdem-v16-reduced.csv")
in_all <- Reduce(intersect, lapply(1990:2020, function(y) {
  m <- members(y)
  c(m, if (any(c(255, 260) %in% m)) c(255, 260), if (any(c(678, 679) %in% m)) c(678, 679))
}))
scored <- v16[v16$year %in% 1990:2020 & v16$vdem_cowcode %in% in_all & !is.na(v16$v2x_polyarchy), ]
whole <- names(which(table(scored$country_text_id) == 31))
wide <- sapply(1990:2020, function(y) scored$v2x_polyarchy[scored$year == y][match(whole, scored$country_text_id[scored$year == y])])
deviations <- apply(wide, 2, sd)
sarle <- function(x) { # bimodality coefficient with bias-corrected skewness and excess kurtosis
  n <- length(x); d <- x - mean(x); s <- sd(x)
  skew <- n / ((n - 1) * (n - 2)) * sum((d / s)^3)
  kurt <- n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum((d / s)^4) - 3 * (n - 1)^2 / ((n - 2) * (n - 3))
  (skew^2 + 1) / (kurt + 3 * (n - 1)^2 / ((n - 2) * (n - 3)))
}
regimes <- list(states = length(whole), sd_1990 = deviations[1], sd_2020 = deviations[31],
                slope_sd = slope(1990:2020, deviations), slope_bimodality = slope(1990:2020, apply(wide, 2, sarle)))

## us-isolated-in-the-assembly ----------------------------------------------------------------------------------------
alone <- function(own, yes, no) own %in% c("yes", "no") & ifelse(own == "yes", yes, no) < 0.1 * (yes + no)
# The library: texts that the Assembly adopted by recorded vote, by session of their symbol (A/RES/46/… opened in 1991);
# special and emergency sessions by the date, a year of sessions beginning on 15 September.
texts <- csv("un/undl-resolutions-1946-2025.csv.gz")
texts <- texts[texts$body == "GA" & texts$recorded == 1, ]
texts$day <- as.Date(texts$date)
extra <- grepl("^A/(RES|DEC)/E?S-", texts$symbol)
texts$opened <- suppressWarnings(1945 + as.integer(sub("^A/(RES|DEC)/([0-9]+)/.*", "\\2", texts$symbol)))
texts$opened[extra] <- as.integer(format(texts$day[extra], "%Y")) - (format(texts$day[extra], "%m%d") < "0915")
texts <- texts[texts$opened %in% 1991:2020, ]
cast <- csv("un/undl-votes-1946-2025.csv.gz")
cast <- cast[cast$record_id %in% texts$record_id, ]
tally <- function(v) as.vector(table(factor(cast$record_id[cast$vote == v], levels = texts$record_id)))
texts$said_yes <- tally("Y"); texts$said_no <- tally("N")
american <- cast[cast$ms_name == "UNITED STATES", ]
texts$own <- c(Y = "yes", N = "no", A = "abstain", X = "absent")[american$vote[match(texts$record_id, american$record_id)]]
texts <- texts[texts$own %in% c("yes", "no", "abstain"), ]
share <- with(texts, tapply(alone(own, said_yes, said_no), opened, function(a) 100 * mean(a)))
library_votes <- list(votes = nrow(texts), alone = sum(with(texts, alone(own, said_yes, said_no))), share_1991 = share[["1991"]],
                      share_2020 = share[["2020"]], slope = slope(1991:2020, as.vector(share)))

# Voeten's roll calls, all of them, by session; columns headed by COW numbers hold 1 yes, 2 abstain, 3 no.
rolls <- csv("un/voeten-roll-calls-1946-2021.csv.gz", check.names = FALSE, colClasses = "character")
rolls <- rolls[as.integer(rolls$session) %in% 46:75, ]
votes <- as.matrix(rolls[, grepl("^[0-9]+$", names(rolls))])
us <- c(`1` = "yes", `2` = "abstain", `3` = "no")[rolls[["2"]]]
there <- !is.na(us)
isolated <- alone(us, rowSums(votes == "1"), rowSums(votes == "3"))
roll_share <- tapply(isolated[there], rolls$session[there], function(a) 100 * mean(a))
roll_calls <- list(votes = sum(there), alone = sum(isolated[there]), share_1991 = roll_share[["46"]],
                   share_2020 = roll_share[["75"]], slope = slope(1991:2020, as.vector(roll_share)))

## -------------------------------------------------------------------------------------------------------------------
found <- list(polyarchy_endpoints = polyarchy, polity2_yearly = polity2, capabilities = capabilities, regimes = regimes,
              library = library_votes, roll_calls = roll_calls)
entry <- function(x) paste0("{ ", paste0('"', names(x), '": ', sapply(x, function(n) sprintf("%.15g", n)), collapse = ", "), " }")
made <- sprintf('"made_with": { "by": "hand-calculations.R", "R": "%s.%s" }', R.version$major, R.version$minor)
writeLines(c("{", paste0("  ", c(made, paste0('"', names(found), '": ', sapply(found, entry))), c(rep(",", length(found)), "")), "}"),
           "test/oracles/arguments/hand-calculations.json")
