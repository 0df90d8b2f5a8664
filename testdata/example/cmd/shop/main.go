// Command shop serves the shop.
package main

import (
	"log/slog"
	"net/http"
	"os"

	"example.com/shop/internal/authx"
	"example.com/shop/internal/web"
)

func main() {
	auth, err := authx.New(os.Getenv("STYTCH_PROJECT_ID"), os.Getenv("STYTCH_SECRET"))
	if err != nil {
		slog.Error("stytch client", "err", err)
		os.Exit(1)
	}
	if err := http.ListenAndServe("localhost:8080", web.Handler(auth)); err != nil {
		slog.Error("serve", "err", err)
		os.Exit(1)
	}
}
