module github.com/stytchauth/stytch-go/v17

go 1.26
