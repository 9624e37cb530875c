// Answers the requests on standard input, and prints how many. Arguments: those of answering.mjs.
import { answering, begun, requests } from '../../checker/publish/answering.mjs';

const handle = answering(await begun());
console.log(requests.filter((request) => JSON.parse(handle(request)).kind).length);
process.exit(0);
