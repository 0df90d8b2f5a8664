package port

import "context"

type Session struct{ Token, UserID string }

type Form struct {
	Token string
	IP    string
}

// Auth is implemented elsewhere.
type Auth interface {
	Login(ctx context.Context, token string) (*Session, error)
	LoginForm(ctx context.Context, f Form) (*Session, error)
	LoginPtr(ctx context.Context, f *Form) (*Session, error)
	Discover(ctx context.Context, token string) (*Session, error)
}
