(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((go-mode go-ts-mode) . ("stytch-gopls"))))
(setq-default eglot-workspace-configuration
              '(:gopls (:analyses (:stytchtext :json-false))))
