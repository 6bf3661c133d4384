"""What people see: modules here build rich renderables; whoever owns the screen prints them."""
