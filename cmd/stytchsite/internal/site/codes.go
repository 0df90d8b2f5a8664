package site

import "github.com/stytchlint/stytchlint/catalog"

func (b *builder) codes() error {
	return b.render("codes.html", &page{
		Path:        "codes.html",
		Title:       "Error codes",
		Description: "All error codes of Stytch's API, with status, meaning and remedy.",
		Section:     "codes",
		Data:        catalog.All(),
	})
}
