package site

func (b *builder) start() error {
	return b.render("start.html", &page{
		Path:        "index.html",
		Title:       "stytchlint",
		Description: "stytchlint finds error codes of Stytch that do not exist, and other mistakes in Go programs that use Stytch's SDK.",
		Section:     "start",
	})
}
