// Package stytchsend defines an analyzer that finds programs that create a
// user by hand because nobody has the address that they send to.
//
// # Analyzer stytchsend
//
// stytchsend: check for users created by hand when Send finds no address
//
// The Send calls of magic links and passcodes for consumers fail with
// email_not_found or phone_number_not_found if no user has the address. A
// program that then creates or invites the user makes up to three calls where
// LoginOrCreate, the method beside Send, makes one: it takes the same
// parameters, creates the user where needed, and tells so by UserCreated. In
// between the calls another request may create the user, so that Users.Create
// fails with duplicate_email, or the program may stop, so that there is a user
// whom nothing was sent to.
//
// Wrong:
//
//	func start(ctx context.Context, c *stytchapi.API, address string) error {
//		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
//		var e stytcherror.Error
//		if errors.As(err, &e) && e.ErrorType == "email_not_found" {
//			if _, err := c.Users.Create(ctx, &users.CreateParams{Email: address}); err != nil {
//				return err
//			}
//			_, err = c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
//		}
//		return err
//	}
//
// Right:
//
//	func start(ctx context.Context, c *stytchapi.API, address string) error {
//		_, err := c.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: address})
//		return err
//	}
//
// Sending only to users who exist is right, too:
//
// Right:
//
//	var errNoAccount = errors.New("there is no account with this address")
//
//	func start(ctx context.Context, c *stytchapi.API, address string) error {
//		_, err := c.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})
//		var e stytcherror.Error
//		if errors.As(err, &e) && e.ErrorType == "email_not_found" {
//			return errNoAccount
//		}
//		return err
//	}
//
// The check follows the error of MagicLinks.Email.Send, OTPs.Email.Send,
// OTPs.Sms.Send and OTPs.WhatsApp.Send to where its code is compared, through
// variables, helpers, the program's own errors and other packages. It reports
// the Send if, only where the code is the one of an unknown address,
// Users.Create, MagicLinks.Email.Invite or LoginOrCreate is called for that
// same address. Silent are a Send that adds an address to a user who exists
// (UserID, SessionToken, SessionJWT), and a user who is created for another
// address, or with something that LoginOrCreate does not take, such as a name.
// Tests are not checked.
//
// It is silent, too, where something else decides which of the unknown addresses
// may have a user.
//
// The fix calls LoginOrCreate, where the parameters are written in the call, and
// removes the branch that then never runs. It is there only where that is an if
// statement without else which creates the user at once, where nothing else is
// decided between the call and it but whether there is an error, and where it does
// nothing but create, send, log and return.
package stytchsend
