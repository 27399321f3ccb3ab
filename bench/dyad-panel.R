# The dyad panel of the literature as peacesciencer makes it, step by step; prints step,elapsed as CSV.
# Run by bench/run.js where R and the package are at hand; loading them is not counted.
if (!requireNamespace("peacesciencer", quietly = TRUE)) {
  message("peacesciencer is not installed")
  quit(status = 1)
}
suppressPackageStartupMessages(library(peacesciencer))
step <- function(name, make) {
  took <- system.time(made <- make())[["elapsed"]]
  cat(sprintf('"%s",%.3f\n', name, took))
  made
}
cat(sprintf('"peacesciencer %s, R %s",0\n', packageVersion("peacesciencer"), getRversion()))
d <- step("create_dyadyears undirected", function() create_dyadyears(directed = FALSE, subset_years = 1816:2010))
d <- step("filter_prd", function() filter_prd(d))
d <- step("add_gml_mids(keep=NULL)", function() add_gml_mids(d, keep = NULL))
d <- step("add_spells", function() add_spells(d))
d <- step("add_nmc", function() add_nmc(d))
d <- step("add_democracy", function() add_democracy(d))
d <- step("add_atop_alliance", function() add_atop_alliance(d))
