# What haven (ReadStat) reads from stata-example.dta, which write-example.ts makes.
# Run as: Rscript test/oracles/panel/read-stata.R  (from the root of the project)
suppressPackageStartupMessages({ library(jsonlite); library(haven) })
d <- read_dta("test/oracles/panel/stata-example.dta")
number <- function(x) ifelse(is.na(x), NA, trimws(formatC(x, digits = 17, format = "g")))
column <- function(name) {
  x <- d[[name]]
  values <- if (is.character(x)) as.character(x) else number(as.numeric(x))
  labels <- attr(x, "labels")
  list(name = name, class = class(x)[1], values = I(values), label = attr(x, "label"), format = attr(x, "format.stata"),
       labels = if (is.null(labels)) NULL else lapply(seq_along(labels), function(i) list(code = unname(labels[i]), meaning = names(labels)[i])))
}
made <- list(by = "read-stata.R", R = paste(R.version$major, R.version$minor, sep = "."), haven = as.character(packageVersion("haven")))
write(toJSON(list(made_with = made, label = attr(d, "label"), notes = attr(d, "notes"), columns = lapply(names(d), column)),
             auto_unbox = TRUE, na = "null", null = "null"), "test/oracles/panel/stata-example.json")
