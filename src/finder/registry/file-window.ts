import { read as readInto } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { RandomAccessReader } from 'yauzl'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'

const windowBytes = 4 * 1024 * 1024
const readBytes = promisify(readInto)

/** A file read at any place through a window of a few megabytes: neighbours come from memory. */
export class FileWindow {
  readonly #handle: FileHandle
  readonly size: number
  #bytes: Buffer = Buffer.alloc(0)
  #start = 0

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle
    this.size = size
  }

  static async open(path: string): Promise<FileWindow> {
    const handle = await open(path)
    return new FileWindow(handle, (await handle.stat()).size)
  }

  /** The bytes if they lie in the window. They are overwritten by no later read. */
  near(position: number, length: number): Buffer | undefined {
    const from = position - this.#start
    if (from < 0 || from + length > this.#bytes.length) return undefined
    return this.#bytes.subarray(from, from + length)
  }

  /** The bytes; fewer at the end of the file. */
  async at(position: number, length: number): Promise<Buffer> {
    const near = this.near(position, length)
    if (near) return near
    const wanted = Math.min(Math.max(length, windowBytes), Math.max(0, this.size - position))
    const buffer = Buffer.allocUnsafe(wanted)
    const { bytesRead } = await readBytes(this.#handle.fd, buffer, 0, wanted, position)
    this.#bytes = buffer.subarray(0, bytesRead)
    this.#start = position
    return this.#bytes.subarray(0, length)
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  /** As the zip reader wants it. Closing stays with the window. */
  reader(): RandomAccessReader {
    return new WindowReader(this)
  }
}

class WindowReader extends RandomAccessReader {
  readonly #window: FileWindow

  constructor(window: FileWindow) {
    super()
    this.#window = window
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const near = this.#window.near(position, length)
    if (near) callback(null, near.copy(buffer, offset))
    else void this.#readFar(buffer, offset, length, position, callback)
  }

  async #readFar(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): Promise<void> {
    try {
      callback(null, (await this.#window.at(position, length)).copy(buffer, offset))
    } catch (error) {
      callback(error as Error)
    }
  }

  /** Only the directory is read this way. */
  override _readStreamForRange(): Readable {
    throw new Error('Not read as a stream.')
  }
}
