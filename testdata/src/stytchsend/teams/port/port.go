package port

import "context"

type Sender interface {
	SendLink(ctx context.Context, addr string) error
	SendSms(ctx context.Context, phone string) (string, error)
	SendWa(ctx context.Context, phone string) error
	Create(ctx context.Context, addr string) error
	CreatePhone(ctx context.Context, phone string) (string, error)
}
