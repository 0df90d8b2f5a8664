package stytchsend

import "slices"

// twinMethod is the method beside Send that creates the user if nobody has the
// address.
const twinMethod = "LoginOrCreate"

// A send is an operation that fails for an address that nobody has.
type send struct {
	name    string // in the catalog
	call    string // the client, as programs write it
	address string // the field of its parameters that holds the address
	noun    string // what the address is
	what    string // what it sends, with its article
}

// sends are the operations that have a twin, by their names in the catalog.
var sends = map[string]*send{
	"consumer MagicLinks.Email.Send": {name: "consumer MagicLinks.Email.Send", call: "MagicLinks.Email", address: "Email", noun: "email address", what: "the link"},
	"consumer OTPs.Email.Send":       {name: "consumer OTPs.Email.Send", call: "OTPs.Email", address: "Email", noun: "email address", what: "the passcode"},
	"consumer OTPs.Sms.Send":         {name: "consumer OTPs.Sms.Send", call: "OTPs.Sms", address: "PhoneNumber", noun: "phone number", what: "the passcode"},
	"consumer OTPs.WhatsApp.Send":    {name: "consumer OTPs.WhatsApp.Send", call: "OTPs.WhatsApp", address: "PhoneNumber", noun: "phone number", what: "the passcode"},
}

// existing are the fields with which Send adds an address to a user who is
// there already. The twin cannot do that.
var existing = []string{"UserID", "SessionToken", "SessionJWT"}

// A creation is a call that creates a user for an address.
type creation struct {
	name  string // what messages and facts call it
	twin  bool   // it is the twin of a send
	verb  string // what it does with an unknown address
	takes []string
}

var (
	create = &creation{
		name: "Users.Create", verb: "created by hand",
		takes: []string{"Email", "PhoneNumber", "CreateUserAsPending", "Attributes"},
	}
	invite = &creation{
		name: "MagicLinks.Email.Invite", verb: "invited by hand",
		takes: []string{"Email", "InviteMagicLinkURL", "InviteTemplateID", "InviteExpirationMinutes", "Attributes", "Locale"},
	}
	linkTwin     = &creation{name: "MagicLinks.Email.LoginOrCreate", twin: true}
	emailTwin    = &creation{name: "OTPs.Email.LoginOrCreate", twin: true}
	smsTwin      = &creation{name: "OTPs.Sms.LoginOrCreate", twin: true}
	whatsAppTwin = &creation{name: "OTPs.WhatsApp.LoginOrCreate", twin: true}
)

// creations are the calls, by the types of their parameters as the catalog
// names those of operations: since v9, in v8, and before.
var creations = map[string]*creation{
	"stytch/consumer/users.CreateParams":                   create,
	"stytch/b2c.UsersCreateParams":                         create,
	"stytch.UsersCreateParams":                             create,
	"stytch/consumer/magiclinks/email.InviteParams":        invite,
	"stytch/b2c.MagicLinksEmailInviteParams":               invite,
	"stytch.MagicLinksEmailInviteParams":                   invite,
	"stytch/consumer/magiclinks/email.LoginOrCreateParams": linkTwin,
	"stytch/b2c.MagicLinksEmailLoginOrCreateParams":        linkTwin,
	"stytch.MagicLinksEmailLoginOrCreateParams":            linkTwin,
	"stytch/consumer/otp/email.LoginOrCreateParams":        emailTwin,
	"stytch/b2c.OTPsEmailLoginOrCreateParams":              emailTwin,
	"stytch.OTPsEmailLoginOrCreateParams":                  emailTwin,
	"stytch/consumer/otp/sms.LoginOrCreateParams":          smsTwin,
	"stytch/b2c.OTPsSMSLoginOrCreateParams":                smsTwin,
	"stytch.OTPsSMSLoginOrCreateParams":                    smsTwin,
	"stytch/consumer/otp/whatsapp.LoginOrCreateParams":     whatsAppTwin,
	"stytch/b2c.OTPsWhatsAppLoginOrCreateParams":           whatsAppTwin,
	"stytch.OTPsWhatsAppLoginOrCreateParams":               whatsAppTwin,
}

// creationNamed returns the creation that a fact names.
func creationNamed(name string) *creation {
	for _, c := range creations {
		if c.name == name {
			return c
		}
	}
	return nil
}

// fits reports whether a creation may stand in for what the twin of a send
// does.
func (s *send) fits(c *creation) bool {
	return !c.twin || c.name == s.call+"."+twinMethod
}

// accepts reports whether a creation can be given up for the twin of a send
// although it sets a field.
func (c *creation) accepts(s *send, field string) bool {
	switch field {
	case "Email", "PhoneNumber":
		return field == s.address
	}
	return c.twin || slices.Contains(c.takes, field)
}
