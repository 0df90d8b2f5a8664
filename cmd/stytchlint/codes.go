package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/urfave/cli/v3"

	"github.com/stytchlint/stytchlint/catalog"
	"github.com/stytchlint/stytchlint/catalog/explain"
)

func codesCommand() *cli.Command {
	return &cli.Command{
		Name:  "codes",
		Usage: "list the error codes of Stytch's API",
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "status", Usage: "only codes with this `HTTP-STATUS`", HideDefault: true},
			&cli.StringFlag{Name: "product", Usage: "only codes seen in these `PRODUCTS`, such as b2b or consumer,b2b"},
			&cli.StringFlag{Name: "format", Value: "text", Usage: "print the codes as `text|json|csv`", HideDefault: true},
		},
		Action: codesAction,
	}
}

func codesAction(_ context.Context, cmd *cli.Command) error {
	if err := noArguments(cmd); err != nil {
		return err
	}
	format := cmd.String("format")
	if err := oneOf("format", format, "text", "json", "csv"); err != nil {
		return err
	}
	products, err := catalog.ParseProducts(cmd.String("product"))
	if err != nil {
		return &failure{msg: err.Error()}
	}
	w := cmd.Root().Writer
	codes := selectCodes(catalog.All(), cmd.Int("status"), products)
	switch format {
	case "json":
		return codesJSON(w, codes)
	case "csv":
		return codesCSV(w, codes)
	}
	return codesText(w, codes)
}

// selectCodes returns the codes with a status and seen in any of the products; 0
// stands for every one.
func selectCodes(codes []catalog.Code, status int, products catalog.Products) []catalog.Code {
	var selected []catalog.Code
	for _, c := range codes {
		if (status == 0 || slices.Contains(c.Statuses(), status)) && (products == 0 || c.Products&products != 0) {
			selected = append(selected, c)
		}
	}
	return selected
}

func codesText(w io.Writer, codes []catalog.Code) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range codes {
		if _, err := fmt.Fprintf(tw, "%s\t%s\t%s\n", c.Name, orDash(explain.Statuses(c, "|")), orDash(c.Products.String())); err != nil {
			return err
		}
	}
	return tw.Flush()
}

func codesCSV(w io.Writer, codes []catalog.Code) error {
	rows := make([][]string, 0, 1+len(codes))
	rows = append(rows, []string{"name", "status", "products", "title", "url"})
	for _, c := range codes {
		rows = append(rows, []string{c.Name, explain.Statuses(c, "|"), c.Products.String(), c.Title, c.URL})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// A codeJSON is a code in the output of "codes -format=json".
type codeJSON struct {
	Name     string   `json:"name"`
	Status   int      `json:"status,omitempty"`   // the first of them
	Statuses []int    `json:"statuses,omitempty"` // more than one where sources disagree
	Products []string `json:"products,omitempty"`
	Title    string   `json:"title,omitempty"`
	Meaning  string   `json:"meaning,omitempty"`
	Causes   []string `json:"causes,omitempty"`
	Remedies []string `json:"remedies,omitempty"`
	Sources  []string `json:"sources,omitempty"`
	URL      string   `json:"url,omitempty"`
}

func codesJSON(w io.Writer, codes []catalog.Code) error {
	list := make([]codeJSON, 0, len(codes)) // an empty list, not null
	for _, c := range codes {
		list = append(list, codeJSON{c.Name, c.Status, c.Statuses(), c.Products.Names(), c.Title, c.Meaning, c.Causes, c.Remedies, c.Sources, c.URL})
	}
	return writeJSON(w, struct {
		Version int        `json:"version"`
		Checked string     `json:"checked"`
		Codes   []codeJSON `json:"codes"`
	}{jsonVersion, catalog.Stytch().Checked(), list})
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
