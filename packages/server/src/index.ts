/** The door of `server`: starting one from a program, as tests and benchmarks do. */

export { serve, type Running } from './program/serve.ts'
export { readConfig, type Config } from './program/config.ts'
export { defaultLimits, type Limits } from './rooms/limits.ts'
