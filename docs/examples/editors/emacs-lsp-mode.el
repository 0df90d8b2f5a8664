(setq lsp-go-gopls-server-path "stytch-gopls"
      lsp-go-analyses '((stytchtext . :json-false)))
