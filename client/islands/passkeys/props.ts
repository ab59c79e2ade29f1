/** What signing in with a passkey needs: the page to go to afterwards. */
export interface PasskeySignInProps {
  next: string
}

/** What making a passkey needs: a name for it, by which its owner will know it. */
export interface PasskeyAddProps {
  name: string
}
