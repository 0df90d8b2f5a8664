package site

import "github.com/stytchlint/stytchlint/analyzer"

func (b *builder) checks() error {
	return b.render("checks.html", &page{
		Path:        "checks.html",
		Title:       "Checks",
		Description: "The checks of stytchlint.",
		Section:     "checks",
		Data:        analyzer.All(),
	})
}
