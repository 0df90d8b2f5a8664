module example.com/across

go 1.26.0

require github.com/stytchauth/stytch-go/v18 v18.0.0

replace github.com/stytchauth/stytch-go/v18 => ../../example/stytch-go
