declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream
    addBuffer(buffer: Buffer, path: string): void
    end(): void
  }
}
