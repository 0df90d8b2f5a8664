package catalog

// Products is a set of the APIs that send a code.
type Products uint8

const (
	Consumer Products = 1 << iota
	B2B
	Fraud
	Management
	SDK // raised by the Go SDK itself, before or after a call
)
