import type { Context } from 'hono'

/** Reads a body that is refused to its end: a browser shows the answer only when it could send all it had. */
export async function takeAll(c: Context): Promise<void> {
  try {
    await c.req.raw.arrayBuffer()
  } catch {
    // Begun already by whoever measured it: what is left is small or not to be had.
  }
}
