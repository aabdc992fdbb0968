"""Reports that are set into what they report, and verbs whose subject stands behind them."""
