import { buildClient, clientBuildIsStale } from '../../server/start/clientBuild.ts'

/** Builds the client once before all browser tests, which run side by side and would build it twice at once. */
export default async function setup(): Promise<void> {
  if (await clientBuildIsStale()) await buildClient()
}
