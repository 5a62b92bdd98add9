import { answerLock, type LockRequest } from '../../adapters/file-lock.ts'

addEventListener('message', ({ data }: MessageEvent<LockRequest>) => {
  // A rejection is an error of the worker, after which the page tries by itself.
  void answerLock(data).then(postMessage, (reason: unknown) =>
    setTimeout(() => {
      throw reason
    }),
  )
})
