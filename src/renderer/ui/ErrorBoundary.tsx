import { Button } from "@mantine/core";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { ErrorNotice } from "./ErrorNotice";

interface ErrorBoundaryProps {
  /** Another key, such as the page's address, tries again. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** Keeps a part that cannot be drawn from taking the whole window with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.resetKey !== this.props.resetKey) {
      this.setState({ failed: false });
    }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <ErrorNotice
        error={{
          kind: "internal",
          message: "This page cannot be shown because of a fault in Paceline.",
          advice:
            "Campaigns go on dialing. Try again, or go to another page; the log has the details.",
        }}
        action={<Button onClick={() => this.setState({ failed: false })}>Try again</Button>}
      />
    );
  }
}
