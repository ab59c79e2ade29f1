/** Asks the service for the next step of a passkey. @throws when it refuses */
export async function step<Answer>(name: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/auth/passkey/${name}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
  })
  if (!response.ok) throw new Error(`${name}: ${response.status}`)
  return (await response.json()) as Answer
}
