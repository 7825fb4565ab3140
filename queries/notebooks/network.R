# Who took part in most held events, and with whom: base R, over HTTP, nothing to install.
#
#   Rscript network.R                                  asks http://localhost:3330/, or what ENTENTE says
#   Rscript network.R degree.png                       draws the distribution of the number of counterparts too

server <- sub("/*$", "/", Sys.getenv("ENTENTE", "http://localhost:3330/"))
read <- function(name) {
  read.csv(paste0(server, "export/", name), stringsAsFactors = FALSE, encoding = "UTF-8", na.strings = "")
}

# Conferences are left out: attending one is not meeting everybody there.
parts <- read("participations.csv?status=Held&kind=Meeting,Talks,Summit,Visit,Call")
people <- unique(parts[parts$agent_type == "Person" & parts$role != "Absentee", c("event", "agent", "agent_label")])

events <- sort(table(people$agent_label), decreasing = TRUE)
top <- data.frame(person = names(events), events = as.integer(events))
top <- head(top[order(-top$events, top$person, method = "radix"), ], 10)
cat("People of most held events\n")
print(top, row.names = FALSE)

# Every pair of people of one event.
pairs <- merge(people, people, by = "event")
pairs <- pairs[pairs$agent.x != pairs$agent.y, ]
degree <- tapply(pairs$agent.y, pairs$agent_label.x, function(others) length(unique(others)))
cat("\nNumber of counterparts, and how many people have it\n")
print(table(degree, dnn = NULL))

country <- read("events.csv?status=Held")
decade <- as.integer(substr(country$earliest, 1, 4)) %/% 10L * 10L
cat("\nHeld events by decade and kind\n")
print(table(decade, country$kind, dnn = c("decade", "kind")))

out <- commandArgs(trailingOnly = TRUE)
if (length(out) > 0) {
  png(out[1], width = 900, height = 520, res = 110)
  par(mar = c(4.2, 4.2, 2.5, 1), las = 1, bty = "n", col.axis = "#69738a", fg = "#e3e7ef")
  barplot(table(degree), col = "#2f5fd0", border = NA, xlab = "counterparts", ylab = "people", main = "Most meet few, few meet many")
  invisible(dev.off())
}
