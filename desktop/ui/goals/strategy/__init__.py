"""The strategy map: goals and KPIs by perspective, and arrows from cause to effect."""
