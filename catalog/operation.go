package catalog

// An Operation is a call of the Go SDK that fails every day because of what
// users do: they come back with an expired session, follow a spent link or
// mistype a passcode.
type Operation struct {
	Name    string   // the product and the call, such as "b2b OAuth.Authenticate"
	Token   string   // the field of its parameters whose value works once, such as "OAuthToken"; "" if all can be used again
	With    []string // the fields of its parameters that the token belongs to: with another value there, it is another token
	Outcome string   // the failure that users cause, as a noun: "an expired or revoked session"
	Codes   []string // the codes that it ends with then; none where no source shows them
	Sources []string // ids of the sources that show it, explained in codes/sources.tsv
}

// OperationOf returns the operation that takes parameters of a type of the
// SDK. The type is named by the path of its package below the module, without
// the major version: "stytch/consumer/oauth.AuthenticateParams". An operation
// that takes no such parameters is named by its receiver's type and the
// method: "stytch/b2b.SessionsClient.AuthenticateJWTLocal".
func OperationOf(key string) (Operation, bool) {
	row, ok := find(operationKeys, key, func(k *operationKey) string { return k.key })
	if !ok {
		return Operation{}, false
	}
	return operations[row.index], true
}

// OperationNamed returns the operation of that exact name.
func OperationNamed(name string) (Operation, bool) {
	return find(operations, name, func(op *Operation) string { return op.Name })
}

// Operations returns every operation, sorted by name. The caller must not
// change the slice.
func Operations() []Operation { return operations }

// An operationKey leads from what tells an operation apart to its place in
// operations.
type operationKey struct {
	key   string
	index int
}
