import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";

import { Loading } from "@/components/states";

import { NotFound } from "./routes/not-found";
import { RequestPage } from "./routes/request";
import { Shell } from "./shell";

// The form is what most people come for; everything else is fetched when it is visited.
const StatusPage = lazy(() => import("./routes/status"));
const MyTicketsPage = lazy(() => import("./routes/my-tickets"));
const MyTicketPage = lazy(() => import("./routes/my-ticket"));
const SignedInPage = lazy(() => import("./routes/signed-in"));

export function App() {
  return (
    <Shell>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/" component={RequestPage} />
          <Route path="/ticket" component={StatusPage} />
          <Route path="/tickets" component={MyTicketsPage} />
          <Route path="/tickets/:id">{({ id }) => <MyTicketPage id={id} />}</Route>
          <Route path="/signed-in" component={SignedInPage} />
          <Route component={NotFound} />
        </Switch>
      </Suspense>
    </Shell>
  );
}
