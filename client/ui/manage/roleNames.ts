/** What a person or a token may act as, in words. */
export const roleNames: Readonly<Record<string, string>> = {
  officer: 'Officer',
  supervisor: 'Supervisor',
  admin: 'Administrator',
}
