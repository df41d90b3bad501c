#!/usr/bin/env node
// Watches a job over the portal's SignalR hub, one JSON line an event: node hub-watch.mjs ADDRESS JOB [FROM].
// Ends with 0 when the log has ended, with 1 when the stream failed. The same calls work in a browser.
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const [address, job, from = '1'] = process.argv.slice(2);
if (!job) {
  console.error('usage: node hub-watch.mjs ADDRESS JOB [FROM]');
  process.exit(2);
}

const connection = new HubConnectionBuilder()
  .withUrl(new URL('/hubs/jobs', address).href)
  .configureLogging(LogLevel.Error)
  .build();

// A client that loses its connection calls Watch again from the number after the last one that it saw: no gap, no duplicate.
const watch = () => new Promise((resolve, reject) =>
  connection.stream('Watch', Number(job), Number(from)).subscribe({ next: print, complete: resolve, error: reject }));

function print(batch) {
  for (const event of batch) console.log(JSON.stringify(event));
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
