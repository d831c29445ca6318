import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

// A thread of its own, so that the bench's own work does not count as the app's.
const EVERY_MS = 25;
const { port } = workerData as { port: number };
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let answers: number[] = [];
let isOn = true;

parentPort?.on('message', (message: 'take' | 'end') => {
  parentPort?.postMessage(answers);
  answers = [];
  if (message === 'end') {
    isOn = false;
    parentPort?.close();
  }
});

function ping(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(performance.now() - start));
    }).once('error', reject);
  });
}

while (isOn) {
  answers.push(await ping());
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
agent.destroy();
