#!/usr/bin/env node
// Watches a job over the portal's SignalR hub, one JSON line an event: node hub-watch.mjs ADDRESS JOB [AFTER].
// Ends with 0 when the log has ended, with 1 when the stream failed. The same calls work in a browser.
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const [address, job, after = '0'] = process.argv.slice(2);
if (!job) {
  console.error('usage: node hub-watch.mjs ADDRESS JOB [AFTER]');
  process.exit(2);
}

const connection = new HubConnectionBuilder()
  .withUrl(new URL('/hubs/jobs', address).href)
  .configureLogging(LogLevel.Error)
  .build();

// A client that loses its connection calls Watch again, with the last number that it saw: no gap, no duplicate.
const watch = () => new Promise((resolve, reject) =>
  connection.stream('Watch', Number(job), Number(after)).subscribe({ next: print, complete: resolve, error: reject }));

function print(event) {
  // An event of the pipeline is wrapped by the one of the job; both name their kind.
  const kind = event.kind ?? event.body?.event?.kind ?? event.body?.kind;
  console.log(JSON.stringify({ sequence: event.sequence, kind, ...event }));
}

try {
  await connection.start();
  await watch();
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  await connection.stop();
}
