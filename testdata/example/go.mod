module example.com/shop

go 1.26

require github.com/stytchauth/stytch-go/v18 v18.1.0

replace github.com/stytchauth/stytch-go/v18 => ./stytch-go
